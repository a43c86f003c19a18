# The names of all settings of django-cors-headers
from corsheaders.conf import Settings

print("\n".join(name for name in vars(Settings) if name.startswith("CORS_")))
