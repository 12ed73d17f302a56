"""What the world of pavilions is made of: frozen types, and the rules that need nothing else."""
