"""What is written, and how: the plan's outputs, the record of an output folder, the writer."""
