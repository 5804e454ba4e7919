package dojo.lab.fidelity;

import dojo.lab.law.Fidelity;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Member;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the lab claims about the service, by law.
 *
 * @param byLaw the claims of each law, the laws in the order of a request, the rest of the lab behind them
 */
public record Claims(Map<String, List<Claim>> byLaw) {

    /**
     * Collects the labels of all classes of the lab.
     *
     * @param laws the packages of the laws and their names, in the order in which a request meets them
     */
    public static Claims collect(Map<String, String> laws) {
        Map<String, List<Claim>> found = new LinkedHashMap<>();
        laws.values().forEach(law -> found.put(law, new ArrayList<>()));
        for (Class<?> type : LabClasses.all()) {
            String parcel = type.getPackageName();
            String law = laws.getOrDefault(parcel, parcel.substring(parcel.lastIndexOf('.') + 1));
            of(type, law)
                    .forEach(claim -> found.computeIfAbsent(law, name -> new ArrayList<>())
                            .add(claim));
        }
        found.values().removeIf(List::isEmpty);
        found.replaceAll((law, claims) -> once(claims));
        return new Claims(found);
    }

    /** All claims, law by law. */
    public List<Claim> all() {
        return byLaw.values().stream().flatMap(List::stream).toList();
    }

    /** The claims of one class and its members, each once: a component of a record hands its label on to its field. */
    private static Stream<Claim> of(Class<?> type, String law) {
        Set<String> components = type.isRecord()
                ? Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getName)
                        .collect(Collectors.toSet())
                : Set.of();
        Stream<Claim> members = Stream.of(type.getDeclaredFields(), type.getDeclaredMethods())
                .flatMap(Arrays::stream)
                .filter(member -> !components.contains(((Member) member).getName()))
                .flatMap(member -> labels((AnnotatedElement) member, law, type, ((Member) member).getName()));
        Stream<Claim> parts = type.isRecord()
                ? Arrays.stream(type.getRecordComponents())
                        .flatMap(component -> labels(component, law, type, component.getName()))
                : Stream.empty();
        return Stream.of(labels(type, law, type, ""), parts, members).flatMap(Function.identity());
    }

    private static Stream<Claim> labels(AnnotatedElement element, String law, Class<?> type, String member) {
        String where = type.getName().substring("dojo.lab.".length()) + (member.isEmpty() ? "" : "." + member);
        return Arrays.stream(element.getAnnotationsByType(Fidelity.class)).map(label -> Claim.of(label, law, where));
    }

    /** The same claim may stand at several places of a law. */
    private static List<Claim> once(List<Claim> claims) {
        Map<String, Claim> bySentence = new LinkedHashMap<>();
        claims.stream()
                .sorted(Claim.ORDER.thenComparing(Claim::where))
                .forEach(claim -> bySentence.putIfAbsent(claim.level() + claim.says() + claim.source(), claim));
        return bySentence.values().stream()
                .sorted(Comparator.comparing(Claim::level))
                .toList();
    }
}
