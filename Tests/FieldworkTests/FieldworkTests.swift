import Testing

@Suite struct FieldworkTests {}
