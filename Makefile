# make demo: set up, build, and judge the sample note. make test: set up, build, and pass all tests.
# Everything else is CMake: see CMakePresets.json.

BUILD := build/release

.PHONY: demo test browse pictures consumers api reproducible deb-check build setup asan tsan memcheck coverage clang tidy docs fuzz format-check install deb clean

# The report exits 1 because one conclusion of the note does not hold; that is its job, not a failure of make.
demo: setup
	@cmake --preset release -Wno-dev --log-level=WARNING
	@cmake --build --preset release --target abstat
	@$(BUILD)/cli/abstat report samples/web-stacks.md || test $$? -eq 1

test: build
	@ctest --preset release -j2 --progress

# Looks at the report page in headless Chromium (apt-get install chromium nodejs npm).
browse: build
	@npm ci --prefix tests/page --no-audit --no-fund --silent
	@ctest --preset release -R '^page:'

# Takes the pictures of README.md anew.
pictures: build
	@npm ci --prefix tests/page --no-audit --no-fund --silent
	@ABSTAT_IMAGES=docs/images tests/page/check $(BUILD)/cli/abstat $(BUILD)/tests/page/pages

# Lets other programs read what is written for them (apt-get install nodejs npm prometheus libxml2-utils; benchstat).
consumers: build
	@npm ci --prefix tests/consumers --no-audit --no-fund --silent
	@ctest --preset release -R '^consumers:' --output-on-failure

# Pages of the public headers in build/api/html (apt-get install doxygen).
api:
	@mkdir -p build && doxygen docs/api/Doxyfile

build: setup
	@cmake --preset release -Wno-dev --log-level=WARNING
	@cmake --build --preset release

setup:
	@cmake/install-packages

asan tsan: setup
	@cmake --preset $@ -Wno-dev --log-level=WARNING
	@cmake --build --preset $@
	@ctest --preset $@ -j2 --progress

# The tests of the command under valgrind.
memcheck: build
	@valgrind -q --leak-check=full --show-leak-kinds=definite --errors-for-leak-kinds=definite --error-exitcode=1 \
	  $(BUILD)/tests/cli_tests

# The lines of parser/ and analysis/ that the tests reach; fails below 95 %.
coverage: setup
	@cmake --preset $@ -Wno-dev --log-level=WARNING
	@cmake --build --preset $@
	@find build/$@ -name '*.gcda' -delete
	@ctest --preset $@ -j2 --progress
	@cmake/coverage build/$@

clang: setup
	@cmake --preset clang -Wno-dev --log-level=WARNING
	@cmake --build --preset clang

tidy: setup
	@cmake --preset tidy -Wno-dev --log-level=WARNING
	@cmake --build --preset tidy

# Renews every shown output in README.md and docs/ from what the command prints now.
docs: build
	@ABSTAT_UPDATE_DOCS=1 $(BUILD)/tests/cli_tests "every example of the documentation prints what is shown"

format-check:
	@git ls-files '*.cpp' '*.hpp' | xargs clang-format --dry-run --Werror

# Fuzzes every grammar for SECONDS each, with AddressSanitizer and UBSan.
SECONDS := 60
fuzz: setup
	@cmake --preset fuzz -Wno-dev --log-level=WARNING
	@cmake --build --preset fuzz --target fuzzers
	@cmake/fuzz $(SECONDS)

# Debian packages in build/packages; two calls on the same sources give the same bytes.
deb: build
	@umask 022; SOURCE_DATE_EPOCH=$${SOURCE_DATE_EPOCH:-$$(git log -1 --format=%ct)} \
	  cpack --config $(BUILD)/CPackConfig.cmake -B build/packages >/dev/null
	@rm -rf build/packages/_CPack_Packages
	@ls build/packages/*.deb

# Needs lintian; with ROOT, the root of a Debian 12, the packages are installed, run and purged there (as root).
deb-check: deb
	@tests/deb/check build/packages $(ROOT)

# Two builds in different places must give the same bytes.
reproducible: setup
	@cmake/reproducible

install: build
	@cmake --install $(BUILD)

clean:
	@rm -rf build
