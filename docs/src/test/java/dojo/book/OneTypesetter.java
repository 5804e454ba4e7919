package dojo.book;

/** One JRuby for all tests: starting it takes seconds, setting a page takes milliseconds. */
final class OneTypesetter {

    private static final Typesetter SHARED = Typesetter.open();

    private OneTypesetter() {}

    static Typesetter shared() {
        return SHARED;
    }
}
