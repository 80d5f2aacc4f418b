package org.tongwen.routes.folder;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;

/**
 * The bean {@code folderFilter}: what the folder's route looks at. Links to folders are not gone into. Files with control characters in their names are
 * left alone, as with them lines could be forged wherever a name is written.
 */
public final class Acceptable implements GenericFileFilter<Object> {

    @Override
    public boolean accept(GenericFile<Object> file) {
        return !(file.isDirectory() && Files.isSymbolicLink(Path.of(file.getAbsoluteFilePath())))
                && file.getFileNameOnly().chars().noneMatch(Character::isISOControl);
    }
}
