package dojo.book.fact;

import java.util.Map;
import java.util.function.Supplier;
import org.asciidoctor.ast.PhraseNode;
import org.asciidoctor.ast.StructuralNode;
import org.asciidoctor.extension.InlineMacroProcessor;
import org.asciidoctor.log.LogRecord;
import org.asciidoctor.log.Severity;

/** {@code fact:partition.write-units[]} prints a number by its name, as a link to where it comes from. */
public final class FactMacro extends InlineMacroProcessor {

    private final Supplier<Facts> facts;

    /** Prints these facts. */
    public FactMacro(Supplier<Facts> facts) {
        super("fact");
        this.facts = facts;
    }

    @Override
    public PhraseNode process(StructuralNode parent, String name, Map<String, Object> attributes) {
        return facts.get()
                .find(name)
                .map(fact -> Printed.link(this, parent, fact))
                .orElseGet(() -> {
                    String message = "no fact is named " + name + " in fact:" + name + "[]";
                    log(new LogRecord(Severity.ERROR, parent.getSourceLocation(), message));
                    return createPhraseNode(parent, "quoted", "?");
                });
    }
}
