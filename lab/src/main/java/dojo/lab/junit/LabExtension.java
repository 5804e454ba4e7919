package dojo.lab.junit;

import dojo.lab.Lab;
import dojo.lab.Laws;
import dojo.lab.bill.Bill;
import dojo.lab.bill.RequestLine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/**
 * Stands behind {@link WithLab}.
 *
 * <p>One lab without laws serves a whole run; whoever launches the run may put the supplier of one into the launcher session's
 * store, with or without the name of an existing table, and a {@link LabMaker} for the labs under laws. Every test reports what
 * it asked for, and what that cost.
 */
final class LabExtension implements ParameterResolver, BeforeTestExecutionCallback, AfterTestExecutionCallback {

    /** What the text of a laws file has, however short it is, and the name of laws or of a file has not. */
    private static final Pattern LAWS_TEXT = Pattern.compile("[=\\[\n]");

    private static final Namespace OURS = Namespace.create("dojo.lab");

    @WithTable
    private static final class DefaultTable {}

    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
        // A table given to a constructor is dropped with the test, not with the class.
        return ExtensionContextScope.TEST_METHOD;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return resolve(parameter.getParameter().getType(), context) != null;
    }

    @Override
    public @Nullable Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return resolve(parameter.getParameter().getType(), context);
    }

    private static @Nullable Object resolve(Class<?> type, ExtensionContext context) {
        if (type == DynamoDbClient.class) {
            return lab(context).client();
        }
        if (type == DynamoDbStreamsClient.class) {
            return lab(context).streams();
        }
        if (type == Lab.class) {
            return lab(context);
        }
        if (type == LabTable.class) {
            return table(context);
        }
        if (type == Seed.class) {
            return seed(context);
        }
        if (type == Inputs.class) {
            return inputs(context);
        }
        if (type == Answers.class) {
            return answers(context);
        }
        if (type == Predictions.class) {
            return predictions(context);
        }
        return null;
    }

    @Override
    public void beforeTestExecution(ExtensionContext context) {
        context.getStore(OURS).put("mark", lab(context).meter().mark());
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        int mark = context.getStore(OURS).getOrDefault("mark", Integer.class, 0);
        Bill bill = lab(context).meter().billSince(mark);
        Optional<Costs> costs = AnnotationSupport.findAnnotation(context.getRequiredTestMethod(), Costs.class);
        boolean failedAlready = context.getExecutionException().isPresent();
        boolean sealed = failedAlready && predictions(context).used();
        context.publishReportEntry(
                sealed
                        ? predictions(context).report()
                        : report(context, bill, lab(context).meter().linesSince(mark), costs.isPresent()));
        if (!failedAlready && costs.isPresent() && CostsExceeded.exceeds(bill, costs.get())) {
            throw CostsExceeded.by(bill, costs.get());
        }
    }

    private static Map<String, String> report(
            ExtensionContext context, Bill bill, List<RequestLine> lines, boolean priced) {
        Map<String, String> report = new LinkedHashMap<>();
        report.put("dojo.requests", Integer.toString(bill.requests()));
        report.put("dojo.readUnits", Double.toString(bill.readUnits()));
        report.put("dojo.writeUnits", Double.toString(bill.writeUnits()));
        report.put("dojo.priced", Boolean.toString(priced));
        report.put("dojo.seed", Long.toString(seed(context).value()));
        report.put("dojo.inputs", inputs(context).toString());
        report.put("dojo.trace", lines.stream().map(RequestLine::toString).collect(Collectors.joining("\n")));
        report.putAll(predictions(context).report());
        report.put("dojo.ledger", lines.stream().map(LabExtension::entry).collect(Collectors.joining("\n")));
        report.values().removeIf(String::isBlank); // JUnit refuses an entry without a value.
        return report;
    }

    /** A line of the trace in numbers, and who asked: {@code 0.5 0.0 CatchUp.java:24}. */
    private static String entry(RequestLine line) {
        return line.readUnits() + " " + line.writeUnits() + " " + line.asker().orElse("");
    }

    private static Lab lab(ExtensionContext context) {
        String laws = AnnotationSupport.findAnnotation(context.getRequiredTestClass(), WithLab.class)
                .map(WithLab::laws)
                .orElse("");
        return laws.isBlank() ? sharedLab(context) : labUnder(laws, context);
    }

    /**
     * A lab under laws remembers: throttled keys, the time, what is on its way. So no two tests share one. Its name in the
     * store is not that of a lab given for the whole run, which the store would find first.
     */
    private static Lab labUnder(String laws, ExtensionContext context) {
        return context.getStore(OURS)
                .computeIfAbsent(
                        "lab under laws",
                        key -> maker(context)
                                .under(lawsOf(laws, context).seed(seed(context).value())),
                        Lab.class);
    }

    private static LabMaker maker(ExtensionContext context) {
        LabMaker given = context.getStore(StoreScope.LAUNCHER_SESSION, OURS).get("maker", LabMaker.class);
        return given == null ? Lab::under : given;
    }

    private static Laws lawsOf(String laws, ExtensionContext context) {
        return LAWS_TEXT.matcher(laws).find()
                ? Laws.parse(
                        laws, "the laws of " + context.getRequiredTestClass().getSimpleName())
                : Laws.named(laws);
    }

    private static Lab sharedLab(ExtensionContext context) {
        Supplier<?> given = context.getStore(StoreScope.LAUNCHER_SESSION, OURS).get("lab", Supplier.class);
        if (given != null && given.get() instanceof Lab lab) {
            return lab;
        }
        return context.getRoot().getStore(OURS).computeIfAbsent("lab", key -> Lab.fromEnvironment(), Lab.class);
    }

    private static LabTable table(ExtensionContext context) {
        return context.getStore(OURS)
                .computeIfAbsent(
                        "table",
                        key -> {
                            WithTable shape = shape(context);
                            String given = context.getStore(StoreScope.LAUNCHER_SESSION, OURS)
                                    .get("table", String.class);
                            return given == null
                                    ? LabTable.create(lab(context), shape)
                                    : LabTable.existing(lab(context), given, shape);
                        },
                        LabTable.class);
    }

    private static WithTable shape(ExtensionContext context) {
        return AnnotationSupport.findAnnotation(context.getRequiredTestClass(), WithTable.class)
                .orElseGet(() -> DefaultTable.class.getAnnotation(WithTable.class));
    }

    private static Answers answers(ExtensionContext context) {
        return Answers.parse(context.getConfigurationParameter("dojo.answers").orElse(""));
    }

    private static Predictions predictions(ExtensionContext context) {
        return context.getStore(OURS)
                .computeIfAbsent(
                        "predictions", key -> new Predictions(answers(context), lab(context)), Predictions.class);
    }

    private static Seed seed(ExtensionContext context) {
        return new Seed(
                context.getConfigurationParameter("dojo.seed", Long::valueOf).orElse(1L));
    }

    private static Inputs inputs(ExtensionContext context) {
        return context.getStore(OURS).computeIfAbsent("inputs", key -> new Inputs(), Inputs.class);
    }
}
