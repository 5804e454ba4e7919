package dojo.book;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The forms in which the book is published. */
enum Format {
    HTML("html5"),
    PDF("pdf"),
    EPUB("epub3");

    private final String backend;

    Format(String backend) {
        this.backend = backend;
    }

    String backend() {
        return backend;
    }

    /** Where nothing can be folded, questions stand in front and their answers in a part of their own. */
    boolean folds() {
        return this == HTML;
    }

    /** The file name of a format that is one file. */
    String file() {
        return "dynamo-dojo." + lowerCase();
    }

    /** Reads names divided by commas, or throws with a sentence that says which there are. */
    static Set<Format> named(String names) {
        Set<Format> formats = EnumSet.noneOf(Format.class);
        for (String name : names.split(",", -1)) {
            formats.add(Arrays.stream(values())
                    .filter(format -> format.lowerCase().equals(name.strip()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no format \"" + name + "\"; there are " + all())));
        }
        return formats;
    }

    private static String all() {
        return Arrays.stream(values()).map(Format::lowerCase).collect(Collectors.joining(", "));
    }

    private String lowerCase() {
        return name().toLowerCase(Locale.ROOT);
    }
}
