package dojo.exhibits.mapper;

/** What last week's version of the code knows of a customer. */
final class Profile {

    private String key = "";
    private String title = "";

    String key() {
        return key;
    }

    void key(String value) {
        key = value;
    }

    String title() {
        return title;
    }

    void title(String value) {
        title = value;
    }
}
