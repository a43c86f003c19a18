#!/usr/bin/env bash
# Sends the requests of the CORS lab with curl and compares what comes back with what its rules say.
# curl makes no CORS check: what is compared is what a browser would judge.
#
#   bash curl.sh [http://localhost:8080]
set -euo pipefail

base=${1:-http://localhost:8080}
app=https://app1.yourdomain.com
other=https://www.example.org
failed=0
checks=0

# Sends a request and keeps its status and headers; -s: no progress, -D: headers to standard output
send() {
	answer=$(curl -s -o /dev/null -D - --max-time 20 "$@" | tr -d '\r') || true
	status=$(head -n 1 <<<"$answer" | cut -d ' ' -f 2)
}

# The value of a header, in any case
header() {
	sed -n "s/^$1: //Ip" <<<"$answer"
}

# check WHAT EXPECTED ACTUAL
check() {
	checks=$((checks + 1))
	if [[ "$2" == "$3" ]]; then
		printf 'ok      %s: %s\n' "$title" "$1 is ${2:-absent}"
	else
		printf 'FAILED  %s: %s is "%s", not "%s"\n' "$title" "$1" "$3" "$2"
		failed=$((failed + 1))
	fi
}

# expect STATUS ALLOW-ORIGIN ALLOW-CREDENTIALS
expect() {
	check status "$1" "$status"
	check Access-Control-Allow-Origin "$2" "$(header Access-Control-Allow-Origin)"
	check Access-Control-Allow-Credentials "$3" "$(header Access-Control-Allow-Credentials)"
}

preflight() {
	local origin=$1 method=$2 headers=$3 path=$4
	send -X OPTIONS "$base$path" -H "Origin: $origin" -H "Access-Control-Request-Method: $method" \
		${headers:+-H "Access-Control-Request-Headers: $headers"}
}

title='A page of anybody reads the public API'
send "$base/public/products" -H "Origin: $other"
expect 200 '*' ''
check Vary '' "$(header Vary)"

title='A client that is no browser reads the public API'
send "$base/public/products"
expect 200 '*' ''

title='A preflight for PUT on the public API'
preflight "$other" PUT '' /public/products/1
expect 403 '' ''

title='An application reads the restricted API'
send "$base/restricted/orders" -H "Origin: $app"
expect 200 "$app" true
check Access-Control-Expose-Headers X-Total-Count "$(header Access-Control-Expose-Headers)"
check Vary Origin "$(header Vary)"

title='A preflight of an application'
preflight "$app" PUT content-type /restricted/orders/1
expect 204 "$app" true
check Access-Control-Allow-Methods 'GET, POST, PUT, DELETE' "$(header Access-Control-Allow-Methods)"
check Access-Control-Allow-Headers 'Content-Type, Authorization' "$(header Access-Control-Allow-Headers)"
check Access-Control-Max-Age 1800 "$(header Access-Control-Max-Age)"

title='A preflight for a method that is not listed'
preflight "$app" PATCH content-type /restricted/orders/1
expect 403 '' ''

title='A preflight for a header that is not listed'
preflight "$app" GET x-requested-with /restricted/orders
expect 403 '' ''

title='A page of anybody asks the restricted API'
send "$base/restricted/orders" -H "Origin: $other"
expect 403 '' ''

title='A look-alike asks the restricted API'
send "$base/restricted/orders" -H "Origin: $app.evil.example"
expect 403 '' ''

title='A sandboxed frame asks the restricted API'
send "$base/restricted/orders" -H 'Origin: null'
expect 403 '' ''

title='A 401 that a script can read'
send "$base/restricted/account" -H "Origin: $app"
expect 401 "$app" true

title='A 500 that a script can read'
send "$base/restricted/fail" -H "Origin: $app"
expect 500 "$app" true

title='A path without a rule'
send "$base/internal/report" -H "Origin: $app"
expect 200 '' ''

title='What explain says'
send "$base/actuator/corsexplain?path=/restricted/orders&origin=$other"
check status 200 "$status"

printf '%d checks, %d failed\n' "$checks" "$failed"
((failed == 0))
