@main enum K { static func main() {} }
