import Testing

@Suite struct ReferralsTests {}
