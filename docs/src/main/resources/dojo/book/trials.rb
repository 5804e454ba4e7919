# frozen_string_literal: true

# What is to stay together is set on trial first, on pages that nobody sees, to know how high it is.
# There, nothing needs to be drawn: only that a page is not empty any more.
# Nothing here changes a byte of what is printed; QuickerPaperTest sets a text with it and without it, and compares.
require 'asciidoctor-pdf'

module Trials
  # The pages of trials remember what their document remembers.
  module Memory
    def cell_heights
      @cell_heights ||= {}
    end

    def init_scratch originator
      @cell_heights = originator.cell_heights
      super.tap { text_formatter.parsed = originator.text_formatter.parsed }
    end

    def mark_page_as_used
      add_content 'BT'
    end
  end

  module Lines
    private

    def format_and_draw_fragment fragment, *args
      return super unless @document.scratch?

      @document.mark_page_as_used if @inked
    end
  end

  module Cells
    def draw_background at
      super unless @pdf.scratch?
    end

    def draw_borders at
      super unless @pdf.scratch?
    end
  end

  # A cell of text moves nothing but itself, and is as high as it was on trial.
  module TextCells
    def draw_bounded_content at
      @pdf.scratch? ? @pdf.mark_page_as_used : super
    end

    def natural_content_height
      return super if @content.include? '<img' # which leaves a spacing on the page, even if it is only measured

      font, bounds = (with_font { @pdf.font }), @pdf.bounds
      room = [spanned_content_width, bounds.absolute_top, bounds.absolute_bottom]
      @pdf.cell_heights[[@content, @text_options, font.name, font.family, @pdf.font_size, room]] ||= super
    end
  end
end

Asciidoctor::PDF::Converter.prepend Trials::Memory
Prawn::Text::Formatted::Box.prepend Trials::Lines
Prawn::Table::Cell.prepend Trials::Cells
Prawn::Table::Cell::Text.prepend Trials::TextCells
