# Compiles what it is sent. In: "call" or "kept", a length and a line break, then so many bytes of source.
# Out: seconds, bytes of the PDF. The last PDF is kept where it can be looked at.
import sys
import time

import typst

fonts, kept_file = sys.argv[1:3]
kept = typst.Compiler(font_paths=[fonts], ignore_system_fonts=True)
ways = {
    # As the package's own page shows it; finds the fonts at every call.
    "call": lambda source: typst.compile(source, font_paths=[fonts]),
    # Fonts loaded once.
    "kept": lambda source: kept.compile(input=source),
}
while line := sys.stdin.buffer.readline():
    way, length = line.split()
    source = sys.stdin.buffer.read(int(length))
    began = time.perf_counter()
    pdf = ways[way.decode()](source)
    took = time.perf_counter() - began
    with open(kept_file, "wb") as file:
        file.write(pdf)
    print(took, len(pdf), flush=True)
