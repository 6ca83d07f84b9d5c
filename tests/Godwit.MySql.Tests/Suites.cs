using Godwit.Specification;
using Godwit.Specification.Servers;

namespace Godwit.MySql.Tests;

[RequiresServer(MySqlProduct.Variable)]
public sealed class ApplyingTest : ApplyingSpecification<MySqlProduct>;

[RequiresServer(MySqlProduct.Variable)]
public sealed class CodeMigrationTest : CodeMigrationSpecification<MySqlProduct>;

[RequiresServer(MySqlProduct.Variable)]
public sealed class OperationsTest : OperationsSpecification<MySqlProduct>;

[RequiresServer(MySqlProduct.Variable)]
public sealed class BadDescriptionTest : BadDescriptionSpecification<MySqlProduct>;

[RequiresServer(MySqlProduct.Variable)]
public sealed class CancellationTest : CancellationSpecification<MySqlProduct>;

[RequiresServer(MySqlProduct.Variable)]
public sealed class ConcurrentRunTest : ConcurrentRunSpecification<MySqlProduct>;

[RequiresServer(MySqlProduct.Variable)]
public sealed class ConnectingTest : ConnectingSpecification<MySqlProduct>;

[RequiresServer(MySqlProduct.Variable)]
public sealed class DirectivesTest : DirectivesSpecification<MySqlProduct>;

[RequiresServer(MySqlProduct.Variable)]
public sealed class DriftTest : DriftSpecification<MySqlProduct>;

[RequiresServer(MySqlProduct.Variable)]
public sealed class FailureTest : FailureSpecification<MySqlProduct>;

[RequiresServer(MySqlProduct.Variable)]
public sealed class HistoryTest : HistorySpecification<MySqlProduct>;

[RequiresServer(MySqlProduct.Variable)]
public sealed class LockTest : LockSpecification<MySqlProduct>;

[RequiresServer(MySqlProduct.Variable)]
public sealed class LostSessionTest : LostSessionSpecification<MySqlProduct>;

[RequiresServer(MySqlProduct.Variable)]
public sealed class ManagerTest : ManagerSpecification<MySqlProduct>;

[RequiresServer(MySqlProduct.Variable)]
public sealed class PreviewTest : PreviewSpecification<MySqlProduct>;

[RequiresServer(MySqlProduct.Variable)]
public sealed class HostileNamesTest : HostileNamesSpecification<MySqlProduct>;

[RequiresServer(MySqlProduct.Variable)]
public sealed class RepairTest : RepairSpecification<MySqlProduct>;

[RequiresServer(MySqlProduct.Variable)]
public sealed class RepeatableTest : RepeatableSpecification<MySqlProduct>;

[RequiresServer(MySqlProduct.Variable)]
public sealed class StampTest : StampSpecification<MySqlProduct>;

[RequiresServer(MySqlProduct.Variable)]
public sealed class UndoingTest : UndoingSpecification<MySqlProduct>;

[RequiresServer(MySqlProduct.Variable)]
public sealed class WipeTest : WipeSpecification<MySqlProduct>;

[RequiresServer(MySqlProduct.Variable)]
public sealed class ScratchTest : ScratchSpecification<MySqlProduct>;

[RequiresServer(MySqlProduct.Variable)]
public sealed class RowsTest : RowsSpecification<MySqlProduct>;

[RequiresServer(MySqlProduct.Variable)]
public sealed class SeedingTest : SeedingSpecification<MySqlProduct>;

[RequiresServer(MySqlProduct.Variable)]
public sealed class FactoryTest : FactorySpecification<MySqlProduct>;

[RequiresServer(MySqlProduct.Variable)]
public sealed class FactoryLimitsTest : FactoryLimitsSpecification<MySqlProduct>;

[RequiresServer(MySqlProduct.Variable)]
public sealed class AutogenerateTest : Godwit.Specification.Drift.AutogenerateSpecification<MySqlProduct>;
