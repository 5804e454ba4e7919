package dojo.lab;

import dojo.lab.fidelity.Claims;
import dojo.lab.fidelity.Fact;
import dojo.lab.fidelity.Facts;
import dojo.lab.fidelity.FidelityPage;
import dojo.lab.laws.Section;
import java.util.LinkedHashMap;
import java.util.List;
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

    /** The numbers of the lab that have a name, by name. */
    public static List<Fact> facts() {
        return Facts.collect();
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
