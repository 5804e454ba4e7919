package dojo.lab.capacity;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;

/** Sends steady streams of requests to a capacity, on simulated time, and counts what is served. */
final class Load {

    static final long SECOND = 1_000_000;

    private final Capacity capacity;
    private final List<Stream> streams = new ArrayList<>();
    private long now;

    Load(Capacity capacity, long now) {
        this.capacity = capacity;
        this.now = now;
    }

    /** Requests of one unit each unless told otherwise, evenly spaced; the n-th has the hash and the sort place that these give for n. */
    Stream add(Access access, double perSecond, LongUnaryOperator hash, LongUnaryOperator sort) {
        Stream stream = new Stream(access, SECOND / perSecond, hash, sort, now);
        streams.add(stream);
        return stream;
    }

    Stream add(Access access, double perSecond, LongUnaryOperator hash) {
        return add(access, perSecond, hash, n -> 0);
    }

    /** Sends for this long; the counts of the streams start anew. */
    Load run(Duration duration) {
        streams.forEach(Stream::restart);
        long end = now + Capacity.micros(duration);
        while (true) {
            Stream next = streams.get(0);
            for (Stream stream : streams) {
                if (stream.due < next.due) {
                    next = stream;
                }
            }
            if (next.due >= end) {
                now = end;
                return this;
            }
            now = (long) next.due;
            next.send();
        }
    }

    Load idle(Duration duration) {
        now += Capacity.micros(duration);
        streams.forEach(stream -> stream.due = now);
        return this;
    }

    long now() {
        return now;
    }

    final class Stream {
        private final Access access;
        private double gap;
        private double units = 1;
        private final LongUnaryOperator hash;
        private final LongUnaryOperator sort;
        private double due;
        private long n;
        private double served;
        private long throttled;
        private long firstThrottle;
        private Admission lastRefusal = Admission.ADMITTED;

        private Stream(Access access, double gap, LongUnaryOperator hash, LongUnaryOperator sort, long start) {
            this.access = access;
            this.gap = gap;
            this.hash = hash;
            this.sort = sort;
            this.due = start;
        }

        private void restart() {
            served = 0;
            throttled = 0;
            firstThrottle = Long.MAX_VALUE;
        }

        private void send() {
            long place = hash.applyAsLong(n);
            long sortPlace = sort.applyAsLong(n);
            int partition = capacity.partition(place, sortPlace);
            Admission admission = capacity.admit(access, partition, now);
            if (admission == Admission.ADMITTED) {
                capacity.settle(access, partition, place, sortPlace, units);
                served += units;
            } else {
                lastRefusal = admission;
                throttled++;
                firstThrottle = Math.min(firstThrottle, now);
            }
            n++;
            due += gap;
        }

        /** From now on each request costs so much. */
        Stream each(double cost) {
            units = cost;
            return this;
        }

        void rate(double perSecond) {
            gap = SECOND / perSecond;
        }

        double served() {
            return served;
        }

        long throttled() {
            return throttled;
        }

        /** When the first refusal of the last run came. */
        long firstThrottle() {
            return firstThrottle;
        }

        Admission lastRefusal() {
            return lastRefusal;
        }
    }
}
