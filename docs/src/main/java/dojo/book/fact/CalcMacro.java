package dojo.book.fact;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.asciidoctor.ast.PhraseNode;
import org.asciidoctor.ast.StructuralNode;
import org.asciidoctor.extension.InlineMacroProcessor;
import org.asciidoctor.log.LogRecord;
import org.asciidoctor.log.Severity;

/**
 * {@code calc:[33000 * write-units(1 * KB)]} prints what an expression comes to; {@code calc:dollars[…]} prints it as
 * money and {@code calc:percent[…]} as a share. See {@link Calculator} for what can be written.
 */
public final class CalcMacro extends InlineMacroProcessor {

    private static final Map<String, Object> FORM =
            Map.of(REGEXP, "\\\\?calc:([a-z]*)\\[([^\\]]+)\\]", "content_model", ":raw");

    private final Supplier<Function<String, Optional<Calculator.Value>>> names;

    /** Works with these names. */
    public CalcMacro(Supplier<Function<String, Optional<Calculator.Value>>> names) {
        super("calc", new HashMap<>(FORM));
        this.names = names;
    }

    @Override
    public PhraseNode process(StructuralNode parent, String form, Map<String, Object> attributes) {
        String expression = String.valueOf(attributes.get("text"));
        try {
            Calculator.Value value = Calculator.evaluate(expression, names.get());
            return Printed.computed(this, parent, print(form, value.number()), value.basis());
        } catch (IllegalArgumentException wrong) {
            String message = wrong.getMessage() + " in calc:" + form + "[" + expression + "]";
            log(new LogRecord(Severity.ERROR, parent.getSourceLocation(), message));
            return createPhraseNode(parent, "quoted", "?");
        }
    }

    private static String print(String form, double number) {
        return switch (form) {
            case "" -> Numbers.text(number, 2);
            case "dollars" -> Numbers.dollars(number);
            case "percent" -> Numbers.text(100 * number, 1) + "%";
            default ->
                throw new IllegalArgumentException(
                        "\"" + form + "\" is no form of a number; there are dollars and percent");
        };
    }
}
