package dojo.book.site;

import java.util.Locale;
import org.jsoup.nodes.Element;

/**
 * One page of the site.
 *
 * @param path where it is, from the root of the site
 * @param title its heading
 * @param kind what a style sheet and the contents tell it by
 * @param body what stands between its navigation
 */
record Page(String path, String title, Kind kind, Element body) {

    enum Kind {
        COVER,
        PART,
        CHAPTER,
        QUESTION,
        EVIDENCE,
        INDEX;

        String cssClass() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The way from this page to another place of the site, or to the same page's place. */
    String to(String place) {
        int hash = place.indexOf('#');
        if (hash > 0 && place.substring(0, hash).equals(path)) {
            return place.substring(hash);
        }
        return path.contains("/") ? "../" + place : place;
    }

    /** What its file is called, without folder and ending. */
    String name() {
        return path.substring(path.lastIndexOf('/') + 1).replace(".html", "");
    }

    /** The number of a question, or nothing. */
    String number() {
        return kind == Kind.QUESTION ? String.valueOf(Integer.parseInt(name().substring(1, 3))) : "";
    }
}
