package dojo.workbench.mutant;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;
import software.amazon.awssdk.utils.builder.SdkBuilder;
import software.amazon.awssdk.utils.builder.ToCopyableBuilder;

/** Members of requests and answers by their names in the API: one word for what a dozen classes of the SDK have. */
final class Members {

    private Members() {}

    /** The member, if the shape has it and it was set. */
    static <T> Optional<T> get(SdkPojo shape, String member, Class<T> type) {
        return field(shape, member)
                .map(field -> field.getValueOrDefault(shape))
                .filter(value -> !(value instanceof SdkAutoConstructList) && !(value instanceof SdkAutoConstructMap))
                .filter(type::isInstance)
                .map(type::cast);
    }

    /** The text, if the shape has such a member and it was set. */
    static Optional<String> text(SdkPojo shape, String member) {
        return get(shape, member, String.class);
    }

    /** The entries of a map, none if there are none. */
    @SuppressWarnings("unchecked") // The model of the API says what is in it; who asks knows the model.
    static <V> Map<String, V> map(SdkPojo shape, String member) {
        return (Map<String, V>) get(shape, member, Map.class).orElse(Map.of());
    }

    /** The elements of a list, none if there are none. */
    @SuppressWarnings("unchecked") // As above.
    static <E> List<E> list(SdkPojo shape, String member) {
        return (List<E>) get(shape, member, List.class).orElse(List.of());
    }

    /** The same shape with another value of the member; null means that it was never set. */
    @SuppressWarnings("unchecked") // A builder builds what it was made from.
    static <P extends SdkPojo> P with(P shape, String member, @Nullable Object value) {
        SdkBuilder<?, ?> builder = ((ToCopyableBuilder<?, ?>) shape).toBuilder();
        field(shape, member).orElseThrow().set(builder, value);
        return (P) builder.build();
    }

    private static Optional<SdkField<?>> field(SdkPojo shape, String member) {
        for (SdkField<?> field : shape.sdkFields()) {
            if (field.memberName().equals(member)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }
}
