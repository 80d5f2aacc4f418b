package org.tongwen.xsd.load;

/** Where a global type of a schema file is written. */
interface TypeSource {

    /** The element, which may first have to be parsed. */
    SchemaElement element();
}
