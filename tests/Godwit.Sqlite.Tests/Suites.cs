using Godwit.Specification;

namespace Godwit.Sqlite.Tests;

public sealed class ApplyingTest : ApplyingSpecification<SqliteProduct>;

public sealed class CodeMigrationTest : CodeMigrationSpecification<SqliteProduct>;

public sealed class OperationsTest : OperationsSpecification<SqliteProduct>;

public sealed class BadDescriptionTest : BadDescriptionSpecification<SqliteProduct>;

public sealed class CancellationTest : CancellationSpecification<SqliteProduct>;

public sealed class ConcurrentRunTest : ConcurrentRunSpecification<SqliteProduct>;

public sealed class DirectivesTest : DirectivesSpecification<SqliteProduct>;

public sealed class DriftTest : DriftSpecification<SqliteProduct>;

public sealed class FailureTest : FailureSpecification<SqliteProduct>;

public sealed class HistoryTest : HistorySpecification<SqliteProduct>;

public sealed class ManagerTest : ManagerSpecification<SqliteProduct>;

public sealed class PreviewTest : PreviewSpecification<SqliteProduct>;

public sealed class HostileNamesTest : HostileNamesSpecification<SqliteProduct>;

public sealed class RepairTest : RepairSpecification<SqliteProduct>;

public sealed class RepeatableTest : RepeatableSpecification<SqliteProduct>;

public sealed class StampTest : StampSpecification<SqliteProduct>;

public sealed class UndoingTest : UndoingSpecification<SqliteProduct>;

public sealed class WipeTest : WipeSpecification<SqliteProduct>;

public sealed class ScratchTest : ScratchSpecification<SqliteProduct>;

public sealed class RowsTest : RowsSpecification<SqliteProduct>;

public sealed class SeedingTest : SeedingSpecification<SqliteProduct>;

public sealed class FactoryTest : FactorySpecification<SqliteProduct>;

public sealed class FactoryLimitsTest : FactoryLimitsSpecification<SqliteProduct>;
