package org.tongwen.mappings.plan;

import java.util.List;
import java.util.Optional;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.definition.ElementDeclaration;
import org.tongwen.xsd.message.Node;

/**
 * A content whose paths start from an object of the source. Without the object nothing is written.
 *
 * @param path the object
 * @param content the content
 */
record At(SourcePath path, Content content) implements Content {

    @Override
    public boolean toIso(Tree at, ElementDeclaration element, Node parent, Run run) {
        Optional<Tree> object = path.find(at);
        return object.isPresent() && content.toIso(object.get(), element, parent, run);
    }

    @Override
    public void fromIso(List<Node> nodes, Slot at, Run run) {
        content.fromIso(nodes, at.at(path), run);
    }

    @Override
    public Optional<Fit> fit(Node node, Slot at, Run run) {
        return content.fit(node, at.at(path), run);
    }

    @Override
    public boolean takesMany() {
        return content.takesMany();
    }

    @Override
    public boolean hasData() {
        return true;
    }

    @Override
    public boolean fitNeedsSource() {
        return content.fitNeedsSource();
    }
}
