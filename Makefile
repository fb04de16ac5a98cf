# briefgen: every target sets the project up first, which is nothing to do when nothing has changed.
.PHONY: demo test validate bench setup lock clean

# Build the worked examples into out/ and say where they are.
demo: setup
	@scripts/demo.sh

# Style, types and tests.
test: setup
	@scripts/test.sh

# The documents in out/, held against the validators of their formats.
validate: setup
	@scripts/validate.sh

# How long things take, as ratios measured in turn.
bench: setup
	@scripts/bench.sh

# A virtual environment in .venv with what requirements.lock names, and Pango.
setup:
	@scripts/setup.sh

# Renew requirements.lock.
lock:
	@scripts/lock.sh

clean:
	rm -rf .venv out .mypy_cache .ruff_cache .pytest_cache
