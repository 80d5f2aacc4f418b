/**
 * Translation by folder: a file is dropped, its translation and the findings appear in another folder, and the file itself is kept. All moves are
 * renames within one file system, so that at any moment each file is in exactly one place.
 */
@NullMarked
package org.tongwen.routes.folder;

import org.jspecify.annotations.NullMarked;
