-- Each time another page of a list: what nobody looked at a moment ago.
local pages = tonumber(os.getenv("BENCH_PAGES"))

function setup(thread)
    seed = (seed or 2026) + 1
    thread:set("seed", seed)
end

function init()
    math.randomseed(seed)
    wrk.headers["Cookie"] = os.getenv("BENCH_COOKIE")
end

function request()
    return wrk.format("GET", wrk.path .. "?pagina=" .. math.random(pages))
end
