"""Entry point: commands found by name, faults turned into exit codes."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from importlib import import_module
from typing import Any

import click

from pavilion_gen import __version__

DONE, WRONG_CONTENT, WRONG_USE, OUTSIDE, OUR_FAULT = range(5)

# Modules are imported only for the command that runs, so that --help is instant.
_COMMANDS = {
    "check": ("pavilion_gen.cli.check", "Find every mistake in the content; write nothing."),
    "build": ("pavilion_gen.cli.build", "Build the whole site into the output folder."),
    "serve": ("pavilion_gen.cli.serve", "Preview the site, and reload it on every save."),
    "clean": ("pavilion_gen.cli.clean", "Delete what a build wrote, and nothing else."),
    "new": ("pavilion_gen.cli.new", "Begin a new country."),
}


class LazyGroup(click.Group):
    """A group whose commands are imported when they are called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        command: Any = import_module(_COMMANDS[cmd_name][0]).command
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as fault:
            from pavilion_gen.diagnostics import nearest

            near = nearest(args[0], _COMMANDS)
            if not near:
                raise
            message = f"{fault.format_message()} Did you mean `{near}`?"
            raise click.UsageError(message, ctx) from None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in _COMMANDS.items()])


@click.group(
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, message="pavilion %(version)s")
def cli() -> None:
    """Country pavilions: bilingual shopping sites from YAML and Markdown.

    Write content, `pavilion check` it, look at it with `pavilion serve`, and
    `pavilion build` it into a folder that any web server can serve.

    Exit codes: 0 done, 1 the content is wrong, 2 the command was used wrongly, 3 something
    outside failed (disk, network), 4 a fault of Pavilion's own.
    """


def main(arguments: list[str] | None = None) -> None:
    """Runs the command and exits. No traceback reaches the user: code 4 names a file."""
    try:
        code = cli.main(args=arguments, prog_name="pavilion", standalone_mode=False)
        sys.exit(code if isinstance(code, int) else DONE)
    except click.exceptions.Exit as stop:
        sys.exit(stop.exit_code)
    except click.ClickException as fault:
        fault.show()
        sys.exit(WRONG_USE)
    except (click.Abort, KeyboardInterrupt):
        click.echo("Stopped.", err=True)
        sys.exit(130)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(OUTSIDE)
    except OSError as fault:
        where = f"{fault.filename}: " if fault.filename else ""
        click.echo(f"pavilion: {where}{fault.strerror or fault}", err=True)
        sys.exit(OUTSIDE)
    except Exception as fault:
        sys.exit(_our_fault(fault))


def run() -> None:
    """The command as a process of its own, which ends at once when it is done.

    To take apart what a build has in memory takes longer than some builds.
    """
    try:
        main()
    except SystemExit as stop:
        for stream in (sys.stdout, sys.stderr):
            with suppress(OSError, ValueError):  # nobody listens any more
                stream.flush()
        os._exit(stop.code if isinstance(stop.code, int) else DONE)


def _our_fault(fault: Exception) -> int:
    """What an exception that no command expected means for the caller."""
    from pavilion_gen.build.crew import MemberLost
    from pavilion_gen.build.writer import OutputFault
    from pavilion_gen.content.snapshot import ContentChanged
    from pavilion_gen.diagnostics.own_fault import keep_trace

    if isinstance(fault, OutputFault | MemberLost | ContentChanged):
        click.echo(f"pavilion: {fault}", err=True)
        return OUTSIDE
    click.echo(f"pavilion: {keep_trace(fault)}", err=True)
    return OUR_FAULT


if __name__ == "__main__":
    run()
