package dojo.lab;

import dojo.lab.fidelity.Claims;
import dojo.lab.fidelity.FidelityPage;
import dojo.lab.laws.Section;
import java.util.LinkedHashMap;
import java.util.Map;

/** How faithful the lab is to the real service, from the labels in its code: what is documented, and what is not. */
public final class Fidelities {

    private Fidelities() {}

    /** The claims of all laws, in the order in which a request meets them. */
    public static Claims claims() {
        Map<String, String> laws = new LinkedHashMap<>();
        for (Section section : LawBook.sections()) {
            laws.put(section.settings().getPackageName(), section.name());
        }
        return Claims.collect(laws);
    }

    /** A page for the terminal. */
    public static String text() {
        return FidelityPage.text(claims());
    }

    /** The same as the text of a chapter in AsciiDoc, from the second level of headings on. */
    public static String chapter() {
        return FidelityPage.chapter(claims());
    }
}
