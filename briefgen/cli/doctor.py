"""``briefgen doctor``."""

import click


@click.command("doctor")
@click.pass_context
def command(ctx: click.Context) -> None:
    """Say what this machine has and lacks, and the command that mends it. Exit code 3 if something is lacking."""
    from briefgen.doctor import examine  # noqa: PLC0415 - looks at every library

    findings = examine()
    for finding in findings:
        click.echo(f"{'ok   ' if finding.found else 'LACKS'} {finding.name:<20} {finding.found or finding.mend}")
    lacking = [finding for finding in findings if not finding.found]
    if lacking:
        click.echo("Mend it with:")
        for command in dict.fromkeys(finding.mend for finding in lacking):
            click.echo(f"  {command}")
        ctx.exit(3)
    click.echo("Nothing is lacking.")
