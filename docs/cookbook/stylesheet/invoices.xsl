<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:template name="to-iso">
    <xsl:for-each select="tokenize(invoices, ';')">
      <Strd>
        <RfrdDocInf><Nb><xsl:value-of select="substring-before(., '=')"/></Nb></RfrdDocInf>
        <RfrdDocAmt><RmtdAmt Ccy="CNY"><xsl:value-of select="substring-after(., '=')"/></RmtdAmt></RfrdDocAmt>
      </Strd>
    </xsl:for-each>
  </xsl:template>
  <xsl:template name="from-iso">
    <invoices><xsl:value-of select="Strd/concat(RfrdDocInf/Nb, '=', RfrdDocAmt/RmtdAmt)" separator=";"/></invoices>
  </xsl:template>
</xsl:stylesheet>
