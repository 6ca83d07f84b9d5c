using Xunit;

namespace Godwit.Tests.Migrations;

public sealed class DirectivesTest
{
    [Theory]
    [InlineData("-- transaction: off\nSELECT 1;")]
    [InlineData("--TRANSACTION:OFF\n-- UP\nSELECT 1;")]
    [InlineData("-- UP\n-- Transaction : off \r\nSELECT 1;")]
    [InlineData("-- migrate:up transaction:false\nSELECT 1;")]
    [InlineData("-- +goose NO TRANSACTION\n-- +goose Up\nSELECT 1;")]
    [InlineData("-- +goose Up\n-- +goose no transaction\nSELECT 1;")]
    [InlineData("/* licence */ -- a note\n\n-- transaction: off\nSELECT 1;")]
    public void A_transaction_is_switched_off_in_several_ways(string text) =>
        Assert.Equal(TransactionMode.Off, Scripts.Read(text).Up.Transaction);

    [Theory]
    [InlineData("SELECT 1;")]
    [InlineData("-- transaction: on\nSELECT 1;")]
    [InlineData("SELECT 1;\n-- transaction: off\nSELECT 2;")]
    [InlineData("SELECT '\n-- transaction: off\n';")]
    [InlineData("/*\n-- transaction: off\n*/SELECT 1;")]
    [InlineData("-- transaction: off\n-- UP\n-- transaction: on\nSELECT 1;")]
    [InlineData("-- UP\nSELECT 1;\n-- DOWN\n-- transaction: off\nSELECT 1;")]
    public void Otherwise_there_is_one(string text) => Assert.Equal(TransactionMode.On, Scripts.Read(text).Up.Transaction);

    [Fact]
    public void What_stands_before_the_sections_holds_for_both_and_what_stands_in_one_for_that_one()
    {
        var script = Scripts.Read(
            """
            -- timeout: 5m
            -- transaction: off
            -- migrate:up
            -- timeout: 30s
            SELECT 1;
            -- migrate:down transaction:true
            SELECT 2;
            """);
        Assert.Equal((TransactionMode.Off, TimeSpan.FromSeconds(30)), (script.Up.Transaction, script.Up.Timeout!.Value));
        Assert.Equal((TransactionMode.On, TimeSpan.FromMinutes(5)), (script.Down!.Transaction, script.Down.Timeout!.Value));
    }

    [Theory]
    [InlineData("250ms", 250)]
    [InlineData("30s", 30_000)]
    [InlineData("30 s", 30_000)]
    [InlineData("2m", 120_000)]
    [InlineData("1H", 3_600_000)]
    public void A_timeout_is_a_number_with_its_unit(string value, int milliseconds) =>
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), Scripts.Read($"-- timeout: {value}\nSELECT 1;").Up.Timeout);

    [Fact]
    public void Dependencies_and_environments_are_lists()
    {
        var script = Scripts.Read("-- depends: 003_create_orders, 004\n-- depends: 002\n-- environments: development,staging\nSELECT 1;");
        Assert.Equal(["003_create_orders", "004", "002"], script.DependsOn.Select(dependency => dependency.Revision));
        Assert.Equal("001_x.sql:1:13", script.DependsOn[0].Location.ToString());
        Assert.Equal("development staging", string.Join(' ', script.Environments));
    }

    [Theory]
    [InlineData("-- Copyright: someone\nSELECT 1;")]
    [InlineData("-- Description: creates tables\nSELECT 1;")]
    [InlineData("-- SPDX-License-Identifier: MIT\nSELECT 1;")]
    [InlineData("-- Depend: on the weather of the day\nSELECT 1;")]
    [InlineData("-- Migration: 001_x\n-- Created: 2026-11-20 14:30:22 UTC\nSELECT 1;")]
    [InlineData("-- see https://example.com/timeout: it matters\nSELECT 1;")]
    public void Other_comments_with_a_colon_are_comments(string text) => Assert.Single(Scripts.Read(text).Up.Statements);

    [Theory]
    [InlineData("-- transaction: maybe\nSELECT 1;", 1, 17)]
    [InlineData("-- transaction:\nSELECT 1;", 1, 16)]
    [InlineData("-- UP\n--  timeout:   30\nSELECT 1;", 2, 16)]
    [InlineData("-- timeout: 0s\nSELECT 1;", 1, 13)]
    [InlineData("-- timeout: 1.5s\nSELECT 1;", 1, 13)]
    [InlineData("-- timeout: 99999999999s\nSELECT 1;", 1, 13)]
    [InlineData("-- depends: 001 002\nSELECT 1;", 1, 13)]
    [InlineData("-- depends: 001,,002\nSELECT 1;", 1, 13)]
    [InlineData("-- environments:\nSELECT 1;", 1, 17)]
    [InlineData("-- migrate:up transactions:false\nSELECT 1;", 1, 15)]
    [InlineData("-- migrate:up transaction:maybe\nSELECT 1;", 1, 15)]
    [InlineData("-- transacton: off\nSELECT 1;", 1, 1)]
    [InlineData("-- UP\n -- environment: staging\nSELECT 1;", 2, 2)]
    [InlineData("-- timeout: 1s\n-- timeout: 2s\nSELECT 1;", 2, 1)]
    [InlineData("-- UP\nSELECT 1;\n-- DOWN\n-- depends: 001\nSELECT 1;", 4, 1)]
    public void A_setting_that_makes_no_sense_is_an_error_with_its_place(string text, int line, int column)
    {
        var error = Scripts.Error(text);
        Assert.Equal(ErrorCode.InvalidDirective, error.Code);
        Assert.Equal(new SourceLocation("001_x.sql", line, column), error.Location);
        Assert.NotNull(error.Remedy);
    }

    [Theory]
    [InlineData("SELECT 1;", null)]
    [InlineData("-- baseline: none\nSELECT 1;", "")]
    [InlineData("-- baseline: 001_a, 002_b\n-- UP\n-- baseline: 003_c\nSELECT 1;", "001_a 002_b 003_c")]
    public void A_baseline_names_what_it_stands_for_on_one_line_or_several(string text, string? replaced) =>
        Assert.Equal(replaced, Scripts.Read(text).Replaced is { } ids ? string.Join(' ', ids) : null);
}
