# Node where there is Node; the same service in Python otherwise.
if command -v node >/dev/null; then exec node recommendations.mjs; fi
exec python recommendations.py
