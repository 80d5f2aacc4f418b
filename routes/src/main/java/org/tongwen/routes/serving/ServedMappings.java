package org.tongwen.routes.serving;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tongwen.mappings.Mappings;

/** The mappings that the hub serves. They may change between two requests, never within one. */
public interface ServedMappings {

    /** Those of this moment. Whoever has them keeps them: they do not change. */
    Mappings current();

    /** How it stands with each file, in the order of files. */
    List<Standing> standings();

    /** Begins to follow changes, and tells the listener after each. Mappings that cannot change do nothing. */
    void watch(Listener listener);

    /** Follows changes no longer. What is served stays. */
    void stop();

    /** Is told what became of a changed file. */
    @FunctionalInterface
    interface Listener {

        /** Something became of the file with this standing. */
        void changed(Outcome outcome);
    }

    /** What became of a changed file. */
    enum Outcome {
        /** Its mapping is served from now on. */
        TAKEN,
        /** It is not served; what was served before stays. */
        REFUSED,
        /** The file is gone, and so is its mapping. */
        GONE
    }

    /** Mappings that never change. */
    static ServedMappings fixed(Mappings mappings, Instant since) {
        List<Standing> standings = mappings.all().stream()
                .map(mapping -> new Standing("", Optional.of(mapping), since, Optional.empty()))
                .toList();
        return new ServedMappings() {

            @Override
            public Mappings current() {
                return mappings;
            }

            @Override
            public List<Standing> standings() {
                return standings;
            }

            @Override
            public void watch(Listener listener) {
                // Nothing ever changes.
            }

            @Override
            public void stop() {
                // Nothing was begun.
            }
        };
    }
}
