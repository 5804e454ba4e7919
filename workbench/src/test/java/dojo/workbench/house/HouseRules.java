package dojo.workbench.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.FileDescriptor;
import java.util.Set;
import org.jspecify.annotations.NullMarked;

/** The five rules about who may know and do what. Learner code and its twins are not subject to them. */
final class HouseRules {
    private HouseRules() {}

    /** The one class that prints, and the book's main, which Maven runs and no learner ever sees. */
    private static final Set<String> MAY_PRINT = Set.of("dojo.workbench.screen.Screen", "dojo.book.BookMain");

    static final ArchRule PACKAGES_ARE_NULL_MARKED = classes()
            .should(new ArchCondition<JavaClass>("live in a @NullMarked package") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                    String text = "%s lives in %s, whose package-info.java is missing or not @NullMarked"
                            .formatted(type.getName(), type.getPackageName());
                    events.add(new SimpleConditionEvent(type, marked, text));
                }
            });

    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("dojo.(**)").should().beFreeOfCycles();

    static final ArchRule ONLY_SCREEN_PRINTS = classes()
            .that(DescribedPredicate.not(
                    DescribedPredicate.describe("may print", type -> MAY_PRINT.contains(outermost(type)))))
            .should(new ArchCondition<JavaClass>("not print") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    for (JavaAccess<?> access : type.getAccessesFromSelf()) {
                        events.add(new SimpleConditionEvent(type, !prints(access), access.getDescription()));
                    }
                }
            });

    static final ArchRule THE_SESSION_VOCABULARY_KNOWS_NO_AWS = noClasses()
            .that(resideInAPackage("dojo.session"))
            .should()
            .dependOnClassesThat(resideInAnyPackage("software.amazon..", "com.amazonaws.."));

    static final ArchRule JUNIT_STAYS_WHERE_CHECKS_RUN = noClasses()
            .that(DescribedPredicate.not(resideInAnyPackage("dojo.lab.junit", "dojo.workbench.worker")))
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.junit..", "org.opentest4j.."));

    private static boolean prints(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        return switch (access.getTarget().getName()) {
            case "out", "err" -> owner.isEquivalentTo(System.class) || owner.isEquivalentTo(FileDescriptor.class);
            case "console" -> owner.isEquivalentTo(System.class);
            case "printStackTrace" -> owner.isAssignableTo(Throwable.class) && !hasParameters(access.getTarget());
            default -> false;
        };
    }

    private static boolean hasParameters(AccessTarget target) {
        return target instanceof AccessTarget.CodeUnitAccessTarget method
                && !method.getRawParameterTypes().isEmpty();
    }

    private static String outermost(JavaClass type) {
        return type.getName().replaceFirst("\\$.*", "");
    }
}
