-- Posts the lines of a file as JSON bodies by turns: wrk … -s bodies.lua URL -- FILE
local bodies, place = {}, 0

function init(arguments)
    for line in io.lines(arguments[1]) do bodies[#bodies + 1] = line end
    wrk.method = "POST"
    wrk.headers["content-type"] = "application/json"
end

function request()
    place = place % #bodies + 1
    return wrk.format(nil, nil, nil, bodies[place])
end
