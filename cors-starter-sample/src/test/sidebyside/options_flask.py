# The names of all options of Flask-CORS
from flask_cors.core import DEFAULT_OPTIONS

print("\n".join(DEFAULT_OPTIONS))
