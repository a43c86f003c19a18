# Flask with the snippet of the recipe: python3 server_flask.py PORT SNIPPET
import sys
from wsgiref.simple_server import make_server

from flask import Flask, Response
from flask_cors import CORS

app = Flask(__name__)
exec(open(sys.argv[2]).read())


@app.route("/<path:path>", methods=["GET", "POST", "PUT", "PATCH", "DELETE"])
def handle(path):
    status = 404 if path == "api/missing" else 200
    return Response("[]", status=status, headers={"X-Handler": "ran", "X-Total-Count": "3"})


make_server("127.0.0.1", int(sys.argv[1]), app).serve_forever()
