# Django with the settings of the recipe: python3 server_django.py PORT SNIPPET
import sys
from wsgiref.simple_server import make_server

import django
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpResponse
from django.urls import re_path

snippet = {}
exec(open(sys.argv[2]).read(), snippet)
settings.configure(
    ALLOWED_HOSTS=["127.0.0.1"],
    ROOT_URLCONF=__name__,
    SECRET_KEY="of no use",
    INSTALLED_APPS=["corsheaders"],
    MIDDLEWARE=["corsheaders.middleware.CorsMiddleware", "django.middleware.common.CommonMiddleware"],
    **{name: value for name, value in snippet.items() if name.startswith("CORS_")},
)
django.setup()


def handle(request):
    status = 404 if request.path == "/api/missing" else 200
    return HttpResponse("[]", status=status, headers={"X-Handler": "ran", "X-Total-Count": "3"})


urlpatterns = [re_path(r"^", handle)]
make_server("127.0.0.1", int(sys.argv[1]), get_wsgi_application()).serve_forever()
