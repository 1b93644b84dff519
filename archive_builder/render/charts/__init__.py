"""Tables of figures as charts: what can be drawn safely, and the drawings as accessible SVG."""
