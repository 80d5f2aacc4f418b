package org.tongwen.mappings.codec;

/**
 * {@code terminal(A)}: a SWIFT logical terminal address of twelve characters as a BIC. The ninth character names the terminal and has no
 * place in a BIC; back, it is the one given. The branch {@code XXX} is left out of the BIC.
 */
final class Terminal extends TextCodec {

    private final String letter;

    Terminal(String letter) {
        this.letter = letter;
    }

    @Override
    public Fidelity fidelity() {
        return Fidelity.NORMALISING;
    }

    @Override
    public int isoLength(int sourceLength) {
        return 11;
    }

    @Override
    Converted<String> toIso(String source) {
        if (!source.matches("[A-Z0-9]{12}")) {
            return Converted.refused(
                    "codec.Terminal", "must be a logical terminal address of twelve letters and digits");
        }
        String branch = source.substring(9);
        return Converted.of(source.substring(0, 8) + (branch.equals("XXX") ? "" : branch));
    }

    @Override
    Converted<String> fromIso(String iso) {
        if (!iso.matches("[A-Z0-9]{8}([A-Z0-9]{3})?")) {
            return Converted.refused("codec.Terminal", "must be a BIC of eight or eleven characters");
        }
        return Converted.of(iso.substring(0, 8) + letter + (iso.length() == 8 ? "XXX" : iso.substring(8)));
    }
}
