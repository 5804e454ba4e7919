package dojo.book.fact;

import java.util.HashMap;
import java.util.Map;
import org.asciidoctor.ast.PhraseNode;
import org.asciidoctor.ast.StructuralNode;
import org.asciidoctor.extension.InlineMacroProcessor;

/** How a number from a macro looks, in every format. */
final class Printed {

    private Printed() {}

    static PhraseNode link(InlineMacroProcessor macro, StructuralNode parent, Fact fact) {
        Map<String, Object> attributes = new HashMap<>();
        attributes.put("refid", fact.id());
        attributes.put("role", fact.basis().role());
        Map<String, Object> options = new HashMap<>();
        options.put("type", ":xref");
        options.put("target", "#" + fact.id());
        return macro.createPhraseNode(parent, "anchor", fact.text(), attributes, options);
    }

    /** Wears its badge in a table too, unlike a word of the chapter on fidelity that has the same role. */
    static PhraseNode computed(InlineMacroProcessor macro, StructuralNode parent, String text, Fact.Basis basis) {
        Map<String, Object> attributes = new HashMap<>();
        attributes.put("role", basis.role() + " computed");
        return macro.createPhraseNode(parent, "quoted", text, attributes, new HashMap<>());
    }
}
