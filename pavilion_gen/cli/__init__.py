"""The command `pavilion`: one module a group of commands, no logic of their own."""
