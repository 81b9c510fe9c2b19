/** Technical texts that say nothing of anybody, and that are of no use with holes in them. A line each. */
export const harmless: string[] = String.raw`
TypeError: Cannot read properties of undefined (reading 'map')
TypeError: undefined is not an object (evaluating 'a.b.c')
TypeError: can't access property "length", x is undefined
ReferenceError: Can't find variable: dataLayer
ReferenceError: process is not defined
RangeError: Maximum call stack size exceeded
RangeError: Invalid array length
RangeError: toFixed() digits argument must be between 0 and 100
SyntaxError: Unexpected token '<', "<!DOCTYPE "... is not valid JSON
SyntaxError: Unexpected token u in JSON at position 0
SyntaxError: Unexpected token: punc ())
SyntaxError: Unexpected token: keyword (const)
SyntaxError: Unexpected end of JSON input
SyntaxError: JSON.parse: unexpected character at line 1 column 1 of the JSON data
SyntaxError: Invalid regular expression: /(?:a|b/: Unterminated group
SyntaxError: Invalid regular expression: /^[a-z]{2}\d+$/: Lone quantifier brackets
SyntaxError: Identifier 'x' has already been declared
URIError: URI malformed
EvalError: Refused to evaluate a string as JavaScript because 'unsafe-eval' is not allowed
AbortError: The user aborted a request.
AbortError: signal is aborted without reason
NotAllowedError: play() failed because the user didn't interact with the document first.
QuotaExceededError: Failed to execute 'setItem' on 'Storage': Setting the value of 'cart' exceeded the quota.
DataCloneError: function () {} could not be cloned.
InvalidStateError: Failed to execute 'send' on 'WebSocket': Still in CONNECTING state.
NetworkError when attempting to fetch resource.
TypeError: Failed to fetch
TypeError: Load failed
TypeError: NetworkError when attempting to fetch resource.
ChunkLoadError: Loading chunk 1234 failed.
ChunkLoadError: Loading CSS chunk 42 failed. (/static/css/42.4f3a2b1c.chunk.css)
Loading chunk 12 failed. (error: https://shop.test/static/js/12.4f3a2b1c9d8e7f6a5b4c.js)
Failed to fetch dynamically imported module: https://shop.test/assets/Cart-BdX8k2aP.js
ResizeObserver loop completed with undelivered notifications.
ResizeObserver loop limit exceeded
Script error.
Uncaught (in promise) TypeError: e.json is not a function
Non-Error promise rejection captured with value: 404
Object.freeze: 3 arguments
    at Array.map (<anonymous>)
    at render (https://shop.test/assets/index-4f3a2b1c.js:10:5)
    at Object.next (webpack:///./src/components/Cart.tsx?:120:33)
    at e.exports (https://shop.test/static/js/main.4f3a2b1c.js:2:184732)
    at async Promise.all (index 3)
    at HTMLButtonElement.<anonymous> (app.js:1204:17)
    at processTicksAndRejections (node:internal/process/task_queues:95:5)
    at Module._compile (node:internal/modules/cjs/loader:1358:14)
    at http://localhost:3000/src/main.ts:42:11
    at webpack-internal:///(app-pages-browser)/./src/app/page.tsx:57:84
    at file:///app/dist/server.mjs:88:21
    at eval (eval at <anonymous> (app.js:1:1), <anonymous>:1:7)
render@https://shop.test/assets/index-4f3a2b1c.js:10:5
handleClick@http://localhost:5173/src/App.tsx:18:22
@webkit-masked-url://hidden/:54:3112
global code@https://shop.test/:12:9
[native code]
promiseReactionJob@[native code]
async*load@resource://gre/modules/Foo.sys.mjs:310:12
_callee$@https://shop.test/js/app.bundle.js:33410:12
at /app/node_modules/express/lib/router/layer.js:95:5
at node_modules/.pnpm/react-dom@18.2.0_react@18.2.0/node_modules/react-dom/cjs/react-dom.production.min.js:116:91
at https://unpkg.com/react-dom@18.3.1/umd/react-dom.production.min.js:121:37
at https://cdn.jsdelivr.net/npm/@scope/pkg@1.2.3/dist/index.min.js:1:2345
main.4f3a2b1c.js:2:184732
vendors~main.0a1b2c3d4e5f60718293.chunk.js
styles.d41d8cd98f00b204e9800998ecf8427e.css
logo.6ce24c58023cc2f8fd88.svg
/static/media/inter-latin-400.3fa2c9d1.woff2
/assets/index-DkX9sa1B.css
/_next/static/chunks/pages/_app-5f3b2c1a9e8d7f60.js
/_next/static/chunks/framework-2c79e2a64abdb08b.js
https://shop.test/_nuxt/entry.a1b2c3d4.mjs
https://shop.test/build/q-4e5f6a7b.js
chunk-VENDORS.8d7c6b5a.js.map
React 18.3.1-rc.2
lit 3.3.3
@angular/core@17.3.12
npm ERR! code ERESOLVE
npm install react@18.3.1 react-dom@18.3.1
vue@3.4.21
lodash@latest
node v24.21.0
v1.2.3
1.2.3
1.2.3-beta.4+build.567
version 1.2.3.4
Version: 10.0.19045.4291
v1.2.3.4
Chrome/120.0.0.0 Safari/537.36
Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36
Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4.1 Safari/605.1.15
Mozilla/5.0 (iPhone; CPU iPhone OS 15_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/15.4 Mobile/15E148 Safari/604.1
Mozilla/5.0 (X11; Linux x86_64; rv:102.0) Gecko/20100101 Firefox/102.0
Edg/126.0.2592.87
HeadlessChrome/126.0.6478.126
OPR/106.0.0.0
Electron/28.2.0 Chrome/120.0.6099.227
build 4.0.30319.42000
2024-01-15
2024-01-15T10:20:30Z
2024-01-15T10:20:30.123Z
2024-01-15T10:20:30.123456789Z
2024-01-15T10:20:30+01:00
2024-01-15 10:20:30,123
2024-01-15 10:20:30.123 UTC
20240115T102030Z
15/Jan/2024:10:20:30 +0100
Mon, 15 Jan 2024 10:20:30 GMT
Mon Jan 15 2024 10:20:30 GMT+0100 (Central European Standard Time)
15.01.2024 10:20
01/15/2024 10:20 AM
15-01-2024 10:20:30
10:20:30
10:20:30.456
1705312345678
1705312345
timestamp=1705312345678 drift=-12
now 1795435200000, then 1795435201234
performance.now() = 123456.78900000001
t=1234567.8999998569
P3DT12H30M
UTC+02:00
GMT+0530
offset -08:00
timezone Europe/Amsterdam (+0200)
took 1234 ms
took 12.5s, 87% idle
LCP 2345.6ms, CLS 0.0123, INP 208ms
FCP=1830.2999999523163
DOMContentLoaded after 873ms
timeout of 30000ms exceeded
setTimeout(fn, 300000)
retry 3 of 5 in 8000 ms
max-age=31536000
Cache-Control: public, max-age=31536000, immutable
Content-Length: 104857600
Content-Length: 348
size 10485760
1048576 bytes
1073741824 bytes
2147483647
4294967295
9007199254740991
-2147483648
usedJSHeapSize: 123456789
allocated 52428800 B of 4294967296 B
transferred 12.3 kB / 45.6 MB
heap 256 MB, limit 4 GB
0.30000000000000004
3.141592653589793
1.7976931348623157e+308
1e-7
NaN
-0
Infinity
0x80070005
0xdeadbeef
#ff8800
#FF8800CC
#abc
rgba(255, 136, 0, 0.5)
rgb(12 34 56 / 78%)
hsl(210deg 50% 40%)
16/9
4:3
1/3
50%
99.95 %
width: 1024px; height: 768px
viewBox "0 0 1024 768"
matrix(1, 0, 0, 1, 120, 240)
translate3d(0px, -120.5px, 0px)
M10 10 L 20 20 Z
Error: <path> attribute d: Expected number, "M10 10LNaN,20".
1920x1080@2x
icon@2x.png
logo@3x.webp
x: 123.45, y: 678.9
52.3676, 4.9041
lat 52.367573 lon 4.904139
-122.4194
EUR 1,234.56
€ 1.234.567,89
$19.99
12,50 €
1 234 567 items
1,234,567 rows
1_000_000
total: 42
count=7
page 3 of 12
line 120, column 33
Line: 120
row 10 col 5
index 12345
step 4/7
attempt #3
id: 42
module 4821
webpack module 12345 not found
HTTP/1.1 200 OK
HTTP/2 404
HTTP 503 Service Unavailable
GET / 200 12ms
GET /api/v1/orders 404 (Not Found)
POST /api/v2/cart/items HTTP/1.1 500 132
GET /api/orders/:id
GET /blog/2024/05/hello-world 200
/users/:userId/orders/:orderId
/users/{id}/edit
/posts/[slug]/comments
/products/*
^/api/(.*)$
/^\/users\/(\d+)$/
GET https://shop.test/api/orders 500 (Internal Server Error)
Failed to load resource: the server responded with a status of 404 ()
Failed to load resource: net::ERR_CONNECTION_REFUSED
net::ERR_HTTP2_PROTOCOL_ERROR 200 (OK)
net::ERR_CERT_COMMON_NAME_INVALID
https://shop.test/
https://shop.test/cart
https://shop.test:8443/checkout/payment
https://www.shop.test/nl/dames/jassen
https://shop.test/products/blue-suede-shoes-size-42
https://shop.test/p/iphone-15-pro-max-256gb-blue
http://localhost:3000
http://localhost:5173/@vite/client
http://localhost:5173/node_modules/.vite/deps/chunk-3F2A1B4C.js
http://127.0.0.1:8080/health
ws://localhost:24678/
connect ECONNREFUSED 127.0.0.1:5432
connect ECONNREFUSED ::1:3000
listening on 0.0.0.0:8000
listening on [::]:8080
port 8080 already in use
localhost:9229
ENOENT: no such file or directory, open '/app/config.json'
EADDRINUSE: address already in use :::3000
errno -4058
exit code 137
error code: 404
Error code: 1006
code: 'ECONNRESET'
code: 'ERR_HTTP2_STREAM_ERROR'
code=ERR_MODULE_NOT_FOUND
{"code":"ER_DUP_ENTRY","errno":1062}
{"status":422,"code":"validation_failed"}
WebSocket closed with code 1006
keyCode: 13
statusCode=200
E11000 duplicate key error
ORA-00942: table or view does not exist
SQLSTATE[23000]
PGRST116
TS2345: Argument of type 'string' is not assignable to parameter of type 'number'.
NG0100: ExpressionChangedAfterItHasBeenCheckedError: Expression has changed after it was checked.
ERROR NullInjectorError: R3InjectorError(AppModule)[HttpClient -> HttpClient]: No provider for HttpClient!
NG02801: Angular detected that HttpClient is not configured to use fetch APIs.
ERROR Error: Uncaught (in promise): Error: NG04002: Cannot match any routes. URL Segment: 'checkout'
Minified React error #418; visit https://react.dev/errors/418 for the full message
Warning: Each child in a list should have a unique "key" prop.
Warning: Text content did not match. Server: "12" Client: "13"
Hydration failed because the initial UI does not match what was rendered on the server.
Error: Invalid hook call. Hooks can only be called inside of the body of a function component.
Error: Too many re-renders. React limits the number of renders to prevent an infinite loop.
Rendered more hooks than during the previous render.
[Vue warn]: Unhandled error during execution of render function at <ProductList>
[Vue warn]: Property "items" was accessed during render but is not defined on instance.
[Vue Router warn]: No match found for location with path "/checkout"
[HMR] connected
[vite] hot updated: /src/App.vue
Svelte error: effect_update_depth_exceeded
Uncaught Error: Cannot find module './locale'
(0 , _store__WEBPACK_IMPORTED_MODULE_12__.useCart) is not a function
__webpack_require__(...).default is not a constructor
useOAuth2CallbackHandler is not defined
Sha256Encoder is not a constructor
ExpressionChangedAfterItHasBeenCheckedError
BroadcastChannel message dropped
CSRF token missing
Invalid token
token=undefined
token: null
Unexpected token =
CancelToken is deprecated
password: required
Password must be at least 8 characters
Passwords do not match
Wachtwoord is onjuist
session expired
Session timeout after 1800 s
session: none
session.id=6fw5044wwam1e8pf
6fgje00123456782
Diagnostic ID 6fgje00123456782 copied
session 6fw5044wwam1e8pf began
6fgj-e001-2345-6782
Bearer token missing
Basic authentication required
Authorization header is missing
Cookie “theme” will soon be rejected because it has the “SameSite” attribute set to “None”
button#buy.btn.btn-primary
#app > main > section:nth-child(3) > button[data-test="buy"]
div.card:not(.active) > a[href^="/shop"]
.css-1rwt2y5-MuiButtonBase-root
.Header-module__nav__3kJ2x
li:nth-of-type(2n+1)::before
a::after
input[type=password]:invalid
.sm\:w-1\/2
@media (min-width: 768px)
@font-face
grid-cols-[1fr_2fr]
std::bad_alloc
Foo::Bar::baz
x64, arm64, aarch64
utf-8; charset=iso-8859-1
text/html;charset=utf-8
application/vnd.api+json
en-US,en;q=0.9,nl;q=0.8
gzip, deflate, br
accept: */*
ETag: W/"5f3-abc"
traceparent version 00
span 00f067aa0ba902b7
git 4f3a2b1
commit 4f3a2b1c9d
release 2024.05.1
2024.05.01-3
Refused to load the script 'https://cdn.test/x.js' because it violates the following Content Security Policy directive: "script-src 'self'".
Access to fetch at 'https://api.shop.test/cart' from origin 'https://shop.test' has been blocked by CORS policy
Mixed Content: The page at 'https://shop.test/' was loaded over HTTPS
GPU: ANGLE (Intel, Intel(R) UHD Graphics 620 Direct3D11 vs_5_0 ps_5_0)
WebGL: CONTEXT_LOST_WEBGL: loseContext: context lost
Slow network is detected.
[Violation] 'click' handler took 312ms
[Intervention] Images loaded lazily
DevTools failed to load source map
Uw winkelwagen is leeg
Die Bestellung konnte nicht gespeichert werden (Fehler 500)
Une erreur est survenue (code 503)
Se ha producido un error (404)
エラーが発生しました (500)
rgb 12 34 56
1 2 3 4 5 6 7 8 9 10
[1, 2, 3, 4, 5]
{"width":1024,"height":768,"dpr":2}
a ? b : c
x => x?.y ?? 0
if (a && b) return c;
foo(a, b)[0]
50/50
24/7
km/h
and/or
A/B test variant 2
i18n l10n a11y k8s
H.264 1080p60
UTF-16LE
sha-256 md5 base64
AES-256-GCM
ISO 8601, RFC 3986, ECMA-262
Win32 10.0
z-index: 2147483647
`
  .split('\n')
  .filter(Boolean);
