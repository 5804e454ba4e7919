package dojo.lab.door;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.utils.builder.Buildable;

/** Fills every member of any type of the SDK; types that contain themselves are cut off at a depth. */
final class RandomPojo {

    private static final int DEEPEST = 5;

    private final Random random;

    RandomPojo(long seed) {
        random = new Random(seed);
    }

    Object fill(SdkPojo builder) {
        return fill(builder, 0);
    }

    private Object fill(SdkPojo builder, int depth) {
        for (SdkField<?> field : builder.sdkFields()) {
            if (depth < DEEPEST) {
                field.set(builder, value(field, depth));
            }
        }
        return ((Buildable) builder).build();
    }

    private Object value(SdkField<?> type, int depth) {
        return switch (type.marshallingType().getKnownType()) {
            case STRING -> "text é漢🀄 \"" + random.nextInt(1000);
            case BOOLEAN -> random.nextBoolean();
            case INTEGER -> random.nextInt();
            case LONG -> random.nextLong();
            case FLOAT -> random.nextInt(1000) / 8f;
            case DOUBLE -> random.nextInt(1000) / 8d;
            case INSTANT -> Instant.ofEpochMilli(1_600_000_000_000L + random.nextInt());
            case SDK_BYTES -> SdkBytes.fromUtf8String("bytes " + random.nextInt());
            case SDK_POJO -> fill(type.constructor().get(), depth + 1);
            case LIST -> List.of(value(type.getRequiredTrait(ListTrait.class).memberFieldInfo(), depth + 1));
            case MAP -> map(type.getRequiredTrait(MapTrait.class), depth);
            default -> throw new AssertionError("No value for " + type.memberName());
        };
    }

    private Map<String, Object> map(MapTrait trait, int depth) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("key " + random.nextInt(100), value(trait.valueFieldInfo(), depth + 1));
        return map;
    }
}
