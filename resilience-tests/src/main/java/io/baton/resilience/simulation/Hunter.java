package io.baton.resilience.simulation;

/** Who hunts a planted bug. */
sealed interface Hunter {
    /**
     * The seeds of the simulation.
     *
     * @param known one that is known to catch it, tried first; 0 if the first few hundred do
     */
    record BySeeds(long known) implements Hunter {}

    /**
     * A test of a module, over memory, H2 or a server that it starts.
     *
     * @param module its folder below the project's root
     * @param type the binary name of its class
     * @param method of it, without parameters; empty: all of the class
     */
    record ByTest(String module, String type, String method) implements Hunter {
        /** Reads {@code MODULE CLASS[#METHOD]}. */
        static ByTest parse(String text) {
            String[] parts = text.split("[ #]", 3);
            if (parts.length < 2) {
                throw new IllegalArgumentException("test '" + text + "' is not MODULE CLASS or MODULE CLASS#METHOD");
            }
            return new ByTest(parts[0], parts[1], parts.length > 2 ? parts[2] : "");
        }

        @Override
        public String toString() {
            String simple = type.substring(type.lastIndexOf('.') + 1).replace('$', '.');
            return module + "/" + simple + (method.isEmpty() ? "" : "#" + method);
        }
    }
}
