using Godwit.Specification;
using Godwit.Specification.Servers;

namespace Godwit.PostgreSql.Tests;

[RequiresServer(PostgreSqlProduct.Variable)]
public sealed class ApplyingTest : ApplyingSpecification<PostgreSqlProduct>;

[RequiresServer(PostgreSqlProduct.Variable)]
public sealed class CodeMigrationTest : CodeMigrationSpecification<PostgreSqlProduct>;

[RequiresServer(PostgreSqlProduct.Variable)]
public sealed class OperationsTest : OperationsSpecification<PostgreSqlProduct>;

[RequiresServer(PostgreSqlProduct.Variable)]
public sealed class BadDescriptionTest : BadDescriptionSpecification<PostgreSqlProduct>;

[RequiresServer(PostgreSqlProduct.Variable)]
public sealed class CancellationTest : CancellationSpecification<PostgreSqlProduct>;

[RequiresServer(PostgreSqlProduct.Variable)]
public sealed class ConcurrentRunTest : ConcurrentRunSpecification<PostgreSqlProduct>;

[RequiresServer(PostgreSqlProduct.Variable)]
public sealed class ConnectingTest : ConnectingSpecification<PostgreSqlProduct>;

[RequiresServer(PostgreSqlProduct.Variable)]
public sealed class DirectivesTest : DirectivesSpecification<PostgreSqlProduct>;

[RequiresServer(PostgreSqlProduct.Variable)]
public sealed class DriftTest : DriftSpecification<PostgreSqlProduct>;

[RequiresServer(PostgreSqlProduct.Variable)]
public sealed class FailureTest : FailureSpecification<PostgreSqlProduct>;

[RequiresServer(PostgreSqlProduct.Variable)]
public sealed class HistoryTest : HistorySpecification<PostgreSqlProduct>;

[RequiresServer(PostgreSqlProduct.Variable)]
public sealed class LockTest : LockSpecification<PostgreSqlProduct>;

[RequiresServer(PostgreSqlProduct.Variable)]
public sealed class LostSessionTest : LostSessionSpecification<PostgreSqlProduct>;

[RequiresServer(PostgreSqlProduct.Variable)]
public sealed class ManagerTest : ManagerSpecification<PostgreSqlProduct>;

[RequiresServer(PostgreSqlProduct.Variable)]
public sealed class PreviewTest : PreviewSpecification<PostgreSqlProduct>;

[RequiresServer(PostgreSqlProduct.Variable)]
public sealed class HostileNamesTest : HostileNamesSpecification<PostgreSqlProduct>;

[RequiresServer(PostgreSqlProduct.Variable)]
public sealed class RepairTest : RepairSpecification<PostgreSqlProduct>;

[RequiresServer(PostgreSqlProduct.Variable)]
public sealed class RepeatableTest : RepeatableSpecification<PostgreSqlProduct>;

[RequiresServer(PostgreSqlProduct.Variable)]
public sealed class StampTest : StampSpecification<PostgreSqlProduct>;

[RequiresServer(PostgreSqlProduct.Variable)]
public sealed class UndoingTest : UndoingSpecification<PostgreSqlProduct>;

[RequiresServer(PostgreSqlProduct.Variable)]
public sealed class WipeTest : WipeSpecification<PostgreSqlProduct>;

[RequiresServer(PostgreSqlProduct.Variable)]
public sealed class BlockedTableTest : BlockedTableSpecification<PostgreSqlProduct>;

[RequiresServer(PostgreSqlProduct.Variable)]
public sealed class RowsTest : RowsSpecification<PostgreSqlProduct>;

[RequiresServer(PostgreSqlProduct.Variable)]
public sealed class SeedingTest : SeedingSpecification<PostgreSqlProduct>;

[RequiresServer(PostgreSqlProduct.Variable)]
public sealed class FactoryTest : FactorySpecification<PostgreSqlProduct>;

[RequiresServer(PostgreSqlProduct.Variable)]
public sealed class FactoryLimitsTest : FactoryLimitsSpecification<PostgreSqlProduct>;
