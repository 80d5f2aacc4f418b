package org.tongwen.mappings;

import java.nio.file.Path;
import java.util.Set;
import org.tongwen.mappings.plan.Plan;
import org.tongwen.mappings.read.MappingFile;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.rules.yaml.Yaml;
import org.tongwen.xsd.finding.Checked;

/**
 * A mapping as its author sees it: the file, and what it was compiled to. Tools for authors work on it; a hub needs {@link Mapping} only.
 *
 * @param file where it stands
 * @param whole the mapping as it takes effect, with all that the file extends and uses
 * @param text what that says
 * @param plan what it was compiled to; not to be run when a finding of the check is an error
 * @param digest SHA-256 of the mapping file and the files it uses, in hexadecimal digits
 * @param used the mapping file and the files it uses
 */
public record AuthoredMapping(Path file, Yaml whole, MappingFile text, Plan plan, String digest, Set<Path> used)
        implements Authored {

    /** Copies the set. */
    public AuthoredMapping {
        used = Set.copyOf(used);
    }

    @Override
    public String name() {
        return plan.name();
    }

    @Override
    public Checked<Tree> read(byte[] document) {
        return plan.read(document);
    }

    @Override
    public Mapping ready() {
        return new PlannedMapping(plan, digest);
    }
}
