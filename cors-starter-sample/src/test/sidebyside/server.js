// Express with the snippet of the recipe: node server.js PORT SNIPPET
const [port, snippet] = process.argv.slice(2);
const express = require('express');
const cors = require('cors');
const app = express();
new Function('app', 'cors', require('fs').readFileSync(snippet, 'utf8'))(app, cors);
app.use((request, response) => {
	response.set('X-Handler', 'ran').set('X-Total-Count', '3');
	response.status(request.path === '/api/missing' ? 404 : 200).json([]);
});
app.listen(Number(port), '127.0.0.1');
