import Testing

@Suite struct ProgrammesTests {}
