/** Error pages as servers, frameworks and edges write them, and the sentence that a person takes from each. */
export interface Page {
  readonly name: string
  readonly status: number
  readonly html: string
  readonly sentence: string | null
}

export const PAGES: readonly Page[] = [
  {
    name: 'Jetty with a message',
    status: 404,
    html: '<html><head><meta http-equiv="Content-Type" content="text/html;charset=ISO-8859-1"/><title>Error 404 Loan 7 not found</title></head><body><h2>HTTP ERROR 404 Loan 7 not found</h2><table><tr><th>URI:</th><td>/loans/7</td></tr><tr><th>STATUS:</th><td>404</td></tr><tr><th>MESSAGE:</th><td>Loan 7 not found</td></tr><tr><th>SERVLET:</th><td>org.example.LoanServlet-7c53a9eb</td></tr></table><hr/><a href="https://eclipse.org/jetty">Powered by Jetty:// 9.4.48</a><hr/></body></html>',
    sentence: 'Loan 7 not found',
  },
  {
    name: 'Jetty without a message',
    status: 404,
    html: '<html><head><title>Error 404 Not Found</title></head><body><h2>HTTP ERROR 404 Not Found</h2><table><tr><th>URI:</th><td>/nope</td></tr><tr><th>STATUS:</th><td>404</td></tr><tr><th>MESSAGE:</th><td>Not Found</td></tr><tr><th>SERVLET:</th><td>-</td></tr></table></body></html>',
    sentence: null,
  },
  {
    name: 'GlassFish, labels without a blank',
    status: 409,
    html: '<html><head><title>GlassFish Server - Error report</title><style>H1 {color:white}</style></head><body><h1>HTTP Status 409 - Conflict</h1><hr/><p><b>type</b> Status report</p><p><b>message</b>Loan 7 is closed</p><p><b>description</b>The request conflicts.</p><hr/><h3>GlassFish Server 5.0</h3></body></html>',
    sentence: 'Loan 7 is closed',
  },
  {
    name: 'Tomcat, description only',
    status: 404,
    html: '<!doctype html><html lang="en"><head><title>HTTP Status 404 – Not Found</title></head><body><h1>HTTP Status 404 – Not Found</h1><hr class="line" /><p><b>Type</b> Status Report</p><p><b>Description</b> The origin server did not find a current representation for the target resource or is not willing to disclose that one exists.</p><hr class="line" /><h3>Apache Tomcat/10.1.60</h3></body></html>',
    sentence:
      'The origin server did not find a current representation for the target resource or is not willing to disclose that one exists.',
  },
  {
    name: 'Tornado',
    status: 404,
    html: '<html><title>404: Not Found</title><body>404: Not Found</body></html>',
    sentence: null,
  },
  {
    name: 'Pyramid',
    status: 404,
    html: '<html>\n <head>\n  <title>404 Not Found</title>\n </head>\n <body>\n  <h1>404 Not Found</h1>\n  The resource could not be found.<br/><br/>\n/nope\n\n\n </body>\n</html>',
    sentence: 'The resource could not be found.',
  },
  {
    name: 'Sanic',
    status: 404,
    html: '<!DOCTYPE html><html lang=en><meta charset=UTF-8><title>⚠️ 404 — Not Found</title><style>html{font-family:sans-serif}</style><h1>⚠️ 404 — Not Found</h1><p>Requested URL /nope not found',
    sentence: 'Requested URL /nope not found',
  },
  {
    name: 'CherryPy with a traceback',
    status: 404,
    html: '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">\n<html>\n<head>\n    <title>404 Not Found</title>\n    <style type="text/css">#powered_by {margin-top: 20px;}</style>\n</head>\n    <body>\n        <h2>404 Not Found</h2>\n        <p>The path &#x27;/nope&#x27; was not found.</p>\n        <pre id="traceback">Traceback (most recent call last):\n  File "/srv/app/x.py", line 7, in run\n</pre>\n    <div id="powered_by"><span>Powered by <a href="http://www.cherrypy.org">CherryPy 18.8.0</a></span></div></body></html>',
    sentence: "The path '/nope' was not found.",
  },
  {
    name: 'Google front end',
    status: 404,
    html: '<!DOCTYPE html>\n<html lang=en>\n  <title>Error 404 (Not Found)!!1</title>\n  <a href=//www.google.com/><span id=logo aria-label=Google></span></a>\n  <p><b>404.</b> <ins>That’s an error.</ins>\n  <p>The requested URL <code>/nope</code> was not found on this server.  <ins>That’s all we know.</ins>\n',
    sentence: 'The requested URL /nope was not found on this server.',
  },
  {
    name: 'Varnish',
    status: 503,
    html: '<!DOCTYPE html>\n<html>\n  <head>\n    <title>503 Backend fetch failed</title>\n  </head>\n  <body>\n    <h1>Error 503 Backend fetch failed</h1>\n    <p>Backend fetch failed</p>\n    <h3>Guru Meditation:</h3>\n    <p>XID: 32770</p>\n    <hr>\n    <p>Varnish cache server</p>\n  </body>\n</html>',
    sentence: null,
  },
  {
    name: 'Rails 404 page',
    status: 404,
    html: '<!DOCTYPE html><html><head><title>The page you were looking for doesn\'t exist (404)</title><style>.x{}</style></head><body class="rails-default-error-page"><!-- This file lives in public/404.html --><div class="dialog"><div><h1>The page you were looking for doesn\'t exist.</h1><p>You may have mistyped the address or the page may have moved.</p></div><p>If you are the application owner check the logs for more information.</p></div></body></html>',
    sentence: "The page you were looking for doesn't exist.",
  },
  {
    name: 'Rails 500 page',
    status: 500,
    html: '<!DOCTYPE html><html><head><title>We\'re sorry, but something went wrong (500)</title></head><body><div class="dialog"><div><h1>We\'re sorry, but something went wrong.</h1></div><p>If you are the application owner check the logs for more information.</p></div></body></html>',
    sentence: "We're sorry, but something went wrong.",
  },
  {
    name: 'lighttpd',
    status: 403,
    html: '<?xml version="1.0" encoding="iso-8859-1"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN"\n "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">\n<html xmlns="http://www.w3.org/1999/xhtml"><head><title>403 Forbidden</title></head><body><h1>403 Forbidden</h1></body></html>',
    sentence: null,
  },
  {
    name: 'OpenResty',
    status: 502,
    html: '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>openresty/1.21.4.1</center>\r\n</body>\r\n</html>\r\n<!-- a padding to disable MSIE and Chrome friendly error page -->\r\n',
    sentence: null,
  },
  {
    name: 'nginx, a request to the wrong port',
    status: 400,
    html: '<html>\n<head><title>400 The plain HTTP request was sent to HTTPS port</title></head>\n<body>\n<center><h1>400 Bad Request</h1></center>\n<center>The plain HTTP request was sent to HTTPS port</center>\n<hr><center>nginx</center>\n</body>\n</html>',
    sentence: 'The plain HTTP request was sent to HTTPS port',
  },
  {
    name: 'IIS, detailed',
    status: 404,
    html: '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd"><html><head><title>404 - File or directory not found.</title></head><body><div id="header"><h1>Server Error</h1></div><div id="content"><div class="content-container"><fieldset><h2>404 - File or directory not found.</h2><h3>The resource you are looking for might have been removed, had its name changed, or is temporarily unavailable.</h3></fieldset></div></div></body></html>',
    sentence: 'File or directory not found.',
  },
  {
    name: 'Akamai',
    status: 403,
    html: '<HTML><HEAD>\n<TITLE>Access Denied</TITLE>\n</HEAD><BODY>\n<H1>Access Denied</H1>\n \nYou don\'t have permission to access "http&#58;&#47;&#47;api&#46;library&#46;example&#47;loans" on this server.<P>\nReference&#32;&#35;18&#46;4d3ce1f1&#46;1700000000&#46;1a2b3c4d\n</BODY>\n</HTML>\n',
    sentence: 'You don\'t have permission to access "http://api.library.example/loans" on this server.',
  },
  {
    name: 'a heading that announces the message',
    status: 404,
    html: '<h1>Page not found.</h1><p>Loan 7 was returned in May.</p>',
    sentence: 'Loan 7 was returned in May.',
  },
  {
    name: 'data for machines',
    status: 409,
    html: '<html><title>Loan 7 is closed</title><pre>{"code":"E17"}</pre></html>',
    sentence: 'Loan 7 is closed',
  },
  {
    name: 'a page of one title',
    status: 410,
    html: '<html><head><title>Loan 7 was returned</title></head><body></body></html>',
    sentence: 'Loan 7 was returned',
  },
  {
    name: 'a page with an alert',
    status: 409,
    html: '<!doctype html><html><head><title>Library</title></head><body><nav>Home Loans Members</nav><p>Welcome to the library.</p><div class="alert alert-danger" role="alert"><strong>Error:</strong> Loan 7 is closed</div><footer>Copyright 2031</footer></body></html>',
    sentence: 'Loan 7 is closed',
  },
  {
    name: 'a definition list',
    status: 422,
    html: '<h1>Error</h1><dl><dt>Code</dt><dd>E17</dd><dt>Message</dt><dd>Branch is closed today</dd></dl>',
    sentence: 'Branch is closed today',
  },
  {
    name: 'a bare paragraph',
    status: 400,
    html: '<p>Copy <b>12</b> is already on loan</p>',
    sentence: 'Copy 12 is already on loan',
  },
  {
    name: 'entities of entities',
    status: 400,
    html: '<p>Write &amp;lt;isbn&amp;gt;, not &lt;ISBN&gt;</p>',
    sentence: 'Write &lt;isbn&gt;, not <ISBN>',
  },
  {
    name: 'Express with a status of its own',
    status: 404,
    html: '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>Error</title>\n</head>\n<body>\n<pre>Cannot DELETE /loans/7</pre>\n</body>\n</html>\n',
    sentence: 'Cannot DELETE /loans/7',
  },
  {
    name: 'Spring white label',
    status: 404,
    html: "<html><body><h1>Whitelabel Error Page</h1><p>This application has no explicit mapping for /error, so you are seeing this as a fallback.</p><div id='created'>Mon Feb 03 04:05:06 UTC 2031</div><div>There was an unexpected error (type=Not Found, status=404).</div><div>Loan 7 not found</div></body></html>",
    sentence: 'Loan 7 not found',
  },
  {
    name: 'Azure front door',
    status: 503,
    html: "<!DOCTYPE html><html><head><meta charset='utf-8'><title></title></head><body><div id='content'><div id='message'><h2>Our services aren't available right now</h2><p>We're working to restore all services as soon as possible. Please check back soon.</p></div></div></body></html>",
    sentence: "We're working to restore all services as soon as possible. Please check back soon.",
  },
  {
    name: 'a script that never ends',
    status: 500,
    html: '<html><body><p>Loan desk is closed</p><script>var message = "not this"',
    sentence: 'Loan desk is closed',
  },
  {
    name: 'nothing but an image',
    status: 404,
    html: '<html><body><img src="404.png" alt="Not found"></body></html>',
    sentence: null,
  },
]

/** XML errors, read by the names of their elements. */
export const DOCUMENTS: readonly Page[] = [
  {
    name: 'S3',
    status: 404,
    html: '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>NoSuchKey</Code><Message>The specified key does not exist.</Message><Key>7.csv</Key></Error>',
    sentence: 'The specified key does not exist.',
  },
  {
    name: 'Azure Storage',
    status: 404,
    html: '\uFEFF<?xml version="1.0" encoding="utf-8"?><Error><Code>BlobNotFound</Code><Message>The specified blob does not exist.\nRequestId:1f4b7c2e\nTime:2031-02-03T04:05:06Z</Message></Error>',
    sentence: 'The specified blob does not exist. RequestId:1f4b7c2e Time:2031-02-03T04:05:06Z',
  },
  {
    name: 'attributes only',
    status: 400,
    html: '<rsp stat="fail"><err code="96" msg="Invalid signature" /></rsp>',
    sentence: 'Invalid signature',
  },
  {
    name: 'text beside an attribute',
    status: 409,
    html: '<error code="E17">Loan 7 is closed</error>',
    sentence: 'Loan 7 is closed',
  },
  {
    name: 'OData',
    status: 400,
    html: '<?xml version="1.0" encoding="utf-8"?><m:error xmlns:m="http://docs.oasis-open.org/odata/ns/metadata"><m:code>501</m:code><m:message>Unsupported query</m:message></m:error>',
    sentence: 'Unsupported query',
  },
  {
    name: 'a section of characters',
    status: 400,
    html: '<response><status>error</status><message><![CDATA[Copy 12 < 13 & on loan]]></message></response>',
    sentence: 'Copy 12 < 13 & on loan',
  },
  { name: 'no message', status: 500, html: '<error><code>E17</code></error>', sentence: null },
  { name: 'not well-formed', status: 500, html: '<?xml version="1.0"?><error><message>Half', sentence: null },
]
