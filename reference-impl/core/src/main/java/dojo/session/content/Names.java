package dojo.session.content;

import java.util.regex.Pattern;

/** The rules of {@link ContentStore} for names: what files and object stores of all kinds can take. */
final class Names {
    static final int LONGEST_PART = 120;
    private static final int LONGEST = 900;
    private static final Pattern NAME = Pattern.compile("[\\w-][\\w.-]{0,119}(/[\\w-][\\w.-]{0,119})*");
    private static final Pattern PREFIX = Pattern.compile("([\\w-][\\w.-]{0,119}/)*([\\w-][\\w.-]{0,119})?");

    private Names() {}

    static String checked(String name) {
        if (name.length() > LONGEST || !NAME.matcher(name).matches()) {
            throw refused("A content's name is", name);
        }
        return name;
    }

    static String checkedPrefix(String prefix) {
        if (prefix.length() > LONGEST || !PREFIX.matcher(prefix).matches()) {
            throw refused("What a content's name begins with is", prefix);
        }
        return prefix;
    }

    private static IllegalArgumentException refused(String what, String seen) {
        return new IllegalArgumentException(what + " at most " + LONGEST + " characters of A-Z a-z 0-9 - _ . / in parts"
                + " of at most " + LONGEST_PART + " which do not begin with a dot, got \"" + seen + "\": encode it.");
    }
}
