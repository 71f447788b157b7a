-- One tick a request, each with an identifier of its own, spread over conversations. BENCH_PATHS and BENCH_TOKEN say where.
local paths, codes = {}, {}
for path in string.gmatch(os.getenv("BENCH_PATHS"), "%S+") do table.insert(paths, path) end
for code in string.gmatch(os.getenv("BENCH_CODES"), "%S+") do table.insert(codes, code) end
local count, thread = 0, 0

function setup(made)
    thread = thread + 1
    made:set("seed", thread)
end

function init()
    math.randomseed(os.time() * 1000 + seed)
    wrk.headers["Content-Type"] = "application/json"
    wrk.headers["Accept"] = "application/json"
    wrk.headers["X-Form-Token"] = os.getenv("BENCH_TOKEN")
    wrk.headers["Cookie"] = os.getenv("BENCH_COOKIE")
end

function request()
    count = count + 1
    local moment = os.time() * 1000 + count % 1000
    local id = string.format("%08x-%04x-7%03x-%04x-%06x%06x", math.floor(moment / 65536), moment % 65536,
        math.random(0, 4095), 0x8000 + math.random(0, 0x3fff), math.random(0, 0xffffff), math.random(0, 0xffffff))
    local body = string.format(
        '{"device":"bench","ticks":[{"id":"%s","activity":"%s","mark":"doing","isOn":%s,"madeAt":%d}]}',
        id, codes[math.random(#codes)], count % 2 == 0 and "true" or "false", moment)
    return wrk.format("POST", paths[math.random(#paths)], nil, body)
end
