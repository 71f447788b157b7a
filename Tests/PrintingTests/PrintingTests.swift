import Testing

@Suite struct PrintingTests {}
